export type DovecotPlan = {
  readonly folder: string;
  readonly address: string;
  readonly imapPort: number;
  readonly imapsPort: number;
  /** Advertise only these, to stand in for a plainer server; null leaves Dovecot as it is. */
  readonly capability: string | null;
  /** Rights by the file `rights` in the folder, as a shared mailbox has them. */
  readonly readOnlyInbox: boolean;
  /** Who the mail belongs to on disk; Dovecot refuses to serve root's. */
  readonly uid: number;
  readonly gid: number;
  /** Every user's. */
  readonly password: string;
};

/** A whole Dovecot 2.3 in one folder: nothing of the machine's own set-up is read. */
export function dovecotConfig({
  folder,
  address,
  imapPort,
  imapsPort,
  capability,
  readOnlyInbox,
  uid,
  gid,
  password,
}: DovecotPlan): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap
listen = ${address}
default_internal_user = dovecot
default_login_user = dovenull
default_internal_group = dovecot
first_valid_uid = 1
disable_plaintext_auth = no
ssl = yes
ssl_cert = <${folder}/certificate.pem
ssl_key = <${folder}/key.pem
ssl_min_protocol = TLSv1.2
mail_location = maildir:${folder}/mail/%u
mail_fsync = never
mail_save_crlf = yes
mailbox_list_index = yes
maildir_very_dirty_syncs = no
${capability === null ? '' : `imap_capability = ${capability}`}
${readOnlyInbox ? `mail_plugins = acl\nplugin {\n  acl = vfile:${folder}/rights\n}` : ''}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
service imap-login {
  chroot =
  process_min_avail = 1
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${imapsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap {
  process_limit = 64
}
`;
}
