import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { formatDate, formatMoment, t } from '../../components/i18n';
import { textOfCode } from '../../components/text-of-code';
import type { ProvenanceField } from '../../lib/article';
import { placeOf } from './provenance-place';
import type { Stored } from './storage';

type Props = {
  stored: Stored;
  /** Whether headline and text are still those that were saved; reads them anew. */
  check: () => Promise<boolean>;
};

const FIELDS: readonly ProvenanceField[] = [
  'title',
  'byline',
  'source',
  'editor',
  'publishedAt',
  'updatedAt',
  'keywords',
  'lang',
  'leadImage',
  'canonicalUrl',
];

/** Enough to compare by eye; the copy has all of it. */
const SHOWN_DIGITS = 16;

/** Where each part of the head was read, and whether what was saved is unchanged. Folded until it is asked for. */
export function ProvenanceCard({ stored, check }: Props) {
  const { row } = stored;
  const state = useSignal<'unaltered' | 'changed' | 'unread' | null>(null);
  const copied = useSignal(false);

  const look = async () => {
    state.value = await check().then(
      (same) => (same ? 'unaltered' : 'changed'),
      () => 'unread',
    );
  };
  const copy = async () => {
    copied.value = await navigator.clipboard.writeText(row.contentHash).then(
      () => true,
      () => false,
    );
  };

  return (
    <details class="provenance-card" onToggle={(event) => event.currentTarget.open && void look()}>
      <summary>{t('provenance_card')}</summary>
      <dl>
        {FIELDS.map((field) => (
          <Field key={field} name={field} value={valueOf(stored, field)} where={stored.body.provenance[field]} />
        ))}
        <Fact label={t('provenance_savedAt')}>{formatMoment(row.savedAt)}</Fact>
        <Fact label={t('provenance_url')}>{row.url}</Fact>
        <Fact label={t('provenance_hash')}>
          <code title={row.contentHash}>{row.contentHash.slice(0, SHOWN_DIGITS)}…</code>{' '}
          <button class="provenance-card-copy" type="button" onClick={() => void copy()}>
            {t(copied.value ? 'provenance_copied' : 'provenance_copy')}
          </button>
        </Fact>
      </dl>
      <p class="provenance-card-state" role="status" data-state={state.value}>
        {state.value && t(`provenance_${state.value}`)}
      </p>
      <p class="provenance-card-note">{t('provenance_note')}</p>
    </details>
  );
}

function Field({ name, value, where }: { name: ProvenanceField; value: string; where: string | undefined }) {
  if (!value) return null;
  return (
    <Fact label={t(`provenance_${name}`)}>
      <bdi>{value}</bdi>
      {where && <small>{wordsFor(where)}</small>}
    </Fact>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function wordsFor(where: string): string {
  const { key, name } = placeOf(where);
  const words = textOfCode(`provenance_at_${key}`) ?? where;
  return words.replace('{name}', name);
}

function valueOf({ row, body }: Stored, field: ProvenanceField): string {
  switch (field) {
    case 'keywords':
      return body.declaredKeywords.join(' · ');
    case 'publishedAt':
      return row.publishedAt ? formatDate(row.publishedAt) : '';
    case 'updatedAt':
      return body.updatedAt ? formatDate(body.updatedAt) : '';
    case 'editor':
    case 'canonicalUrl':
      return body[field] ?? '';
    default:
      return row[field] ?? '';
  }
}
