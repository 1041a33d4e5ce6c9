import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatCount, formatDate, plural, t } from '../../components/i18n';
import type { RestoreTally } from '../../lib/library/restore';
import type { RestoreKind } from '../../lib/library/restore-merge';
import type { Dry } from './backup-run';

const KINDS = ['new', 'newerThere', 'both', 'newerHere', 'same', 'deletedHere'] as const satisfies RestoreKind[];

type Props = { dry: Extract<Dry, { ok: true }>; onMerge: (bringBack: boolean) => void; onCancel: () => void };

/** What a restore would do, before it does anything. */
export function BackupPlan({ dry, onMerge, onCancel }: Props) {
  const bringBack = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { app, created, counts } = dry.backup.manifest;
  const holds = [plural('backup_articles', counts.articles), plural('backup_pictures', counts.pictures)];
  const { tally, titles } = dry.plan;
  const changes = tally.new + tally.newerThere + tally.both + (bringBack.value ? tally.deletedHere : 0);
  return (
    <section class="backup-plan" aria-labelledby="backup-plan">
      <h3 id="backup-plan" tabIndex={-1} ref={heading}>
        {t('backup_plan')}
      </h3>
      <p>{t('backup_plan_from', formatDate(created), app, holds.join(t('backup_comma')))}</p>
      <table class="options-table backup-kinds">
        <thead>
          <tr>
            <th scope="col">{t('backup_plan_kind')}</th>
            <th scope="col">{t('backup_plan_count')}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.filter((kind) => tally[kind] > 0 || kind === 'new').map((kind) => (
            <Kind key={kind} kind={kind} tally={tally} titles={titles[kind]} />
          ))}
        </tbody>
      </table>
      {tally.unreadable > 0 && <p class="backup-warning">{plural('backup_unreadable', tally.unreadable)}</p>}
      {tally.deletedHere > 0 && (
        <label class="backup-choice">
          <input
            type="checkbox"
            checked={bringBack.value}
            onChange={(event) => (bringBack.value = event.currentTarget.checked)}
          />
          <span>{t('backup_bring_back')}</span>
        </label>
      )}
      {changes === 0 && <p>{t('backup_nothing_new')}</p>}
      <div class="backup-buttons">
        <button class="button primary" type="button" onClick={() => onMerge(bringBack.value)}>
          {t('backup_merge')}
        </button>
        <button class="button" type="button" onClick={onCancel}>
          {t('backup_cancel')}
        </button>
      </div>
    </section>
  );
}

function Kind({ kind, tally, titles }: { kind: RestoreKind; tally: RestoreTally; titles: string[] }) {
  const more = tally[kind] - titles.length;
  return (
    <tr>
      <th scope="row">
        {t(`backup_kind_${kind}`)}
        <small>{t(`backup_means_${kind}`)}</small>
        {titles.length > 0 && (
          <details>
            <summary>{t('backup_which')}</summary>
            <ul>
              {titles.map((title, i) => (
                <li key={i}>{title}</li>
              ))}
              {more > 0 && <li>{plural('backup_more', more)}</li>}
            </ul>
          </details>
        )}
      </th>
      <td>{formatCount(tally[kind])}</td>
    </tr>
  );
}
