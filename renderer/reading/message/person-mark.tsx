import type { Participant } from '../../../shared/model/participant.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './message-card.module.css';

type PersonMarkProps = { readonly person: Participant; readonly isOurs: boolean };

/** The first letter of whoever wrote; ours in the accent, so that the turns show at a glance. */
export function PersonMark({ person, isOurs }: PersonMarkProps) {
  const letter = /[\p{L}\p{N}]/u.exec(person.name || person.address)?.[0] ?? '·';
  return (
    <span aria-hidden="true" className={classNames(styles.mark, isOurs && styles.ours)}>
      {letter.toLocaleUpperCase()}
    </span>
  );
}
