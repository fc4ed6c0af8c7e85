import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Delimiter, FileEncoding } from '../../../shared/model/member-import.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import styles from './import.module.css';
import type { MemberImportHandle, ReadFile } from './use-member-import.ts';

type FileStepProps = { readonly flow: MemberImportHandle; readonly read: ReadFile | null };

/** The file, and how its bytes are read. The page gets what is in the file, never where it is. */
export function FileStep({ flow, read }: FileStepProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const isRefused = flow.error !== null && flow.name !== '';
  return (
    <>
      <p className={styles.text}>{t('import.file.text')}</p>
      <div className={styles.line}>
        <Button
          variant={read === null ? 'primary' : 'secondary'}
          icon="file"
          onPress={() => input.current?.click()}
        >
          {t('import.file.choose')}
        </Button>
        <span className={styles.quiet}>{flow.name}</span>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          aria-label={t('import.file.choose')}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file !== undefined) void flow.choose(file);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
      </div>
      {(read !== null || isRefused) && (
        <div className={styles.choices}>
          <ChoiceGroup
            label={t('import.file.encoding')}
            value={read?.encoding ?? ''}
            options={FileEncoding.options.map((value) => ({
              value,
              label: t(`import.encoding.${value}`),
            }))}
            onChange={(encoding) => {
              if (encoding !== '') void flow.read(encoding, read?.delimiter ?? null);
            }}
          />
          <ChoiceGroup
            label={t('import.file.delimiter')}
            value={read?.delimiter ?? ''}
            options={Delimiter.options.map((value) => ({
              value,
              label: t(`import.delimiter.${value}`),
            }))}
            onChange={(delimiter) => {
              if (delimiter !== '') void flow.read(read?.encoding ?? null, delimiter);
            }}
          />
        </div>
      )}
      {read !== null && (
        <>
          <p className={styles.text}>
            {t('import.file.rows', { rows: format.number(read.rows), count: read.rows })}
          </p>
          <section
            className={styles.wide}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keyboard too
            tabIndex={0}
            aria-label={t('import.file.sample')}
          >
            <table className={styles.table}>
              <thead>
                <tr>
                  {read.header.map((name, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                    <th key={index} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {read.sample.map((cells, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                  <tr key={row}>
                    {read.header.map((_, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                      <td key={index}>{cells[index] ?? ''}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <div className={styles.line}>
            <Button variant="primary" onPress={flow.toColumns}>
              {t('import.next')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
