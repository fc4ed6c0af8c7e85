import type { SectionContext } from './services/section-context.ts';

/** Ends whatever works on a section, so that its database can be closed. */
export async function endJobs(section: SectionContext): Promise<void> {
  section.waking.stop();
  section.connections.stop();
  section.browserSignIn.cancel();
  await Promise.all([
    section.sync.stop(),
    section.outbox.stop(),
    section.backup.stop(),
    section.forgetting.stop(),
    section.checkpoint.stop(),
    section.serverDrafts.stop(),
    section.retention.stop(),
    section.intake.stop(),
    section.expiry.stop(),
    section.bodies.stop(),
  ]);
}
