import type { MemberId } from '../../../shared/ids.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Every family name that members have, in kanji or furigana, each once. */
export function findFamilyNames(db: SectionDatabase): string[] {
  return statement<{ name: string }>(
    db,
    `SELECT family_name AS name FROM member WHERE family_name <> ''
     UNION SELECT family_kana FROM member WHERE family_kana <> ''`,
  )
    .all()
    .map(({ name }) => name);
}

/** The whole names of members with one of these family names, in both orders; not of these people. */
export function findOtherNames(
  db: SectionDatabase,
  families: readonly string[],
  except: readonly MemberId[],
): string[] {
  const whole = (family: string, given: string) => `
    SELECT ${family} || ' ' || ${given} AS name FROM other WHERE ${given} <> ''
    UNION SELECT ${given} || ' ' || ${family} FROM other WHERE ${given} <> ''`;
  return statement<{ name: string }>(
    db,
    `WITH family AS (SELECT value FROM json_each(:families)), other AS (
       SELECT * FROM member WHERE id NOT IN (SELECT value FROM json_each(:except))
         AND (family_name IN family OR family_kana IN family))
     ${whole('family_name', 'given_name')} UNION ${whole('family_kana', 'given_kana')}`,
  )
    .all({ families: JSON.stringify(families), except: JSON.stringify(except) })
    .map(({ name }) => name);
}
