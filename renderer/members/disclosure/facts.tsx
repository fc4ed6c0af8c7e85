import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

type FactsProps = { readonly facts: readonly (readonly [label: string, words: ReactNode])[] };

/** What there is to know of something, each with its label. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts.map(([label, words]) => [
        <dt key={label}>{label}</dt>,
        <dd key={`${label} words`}>{words}</dd>,
      ])}
    </dl>
  );
}
