import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatMoment, plural, t } from '../../components/i18n';
import type { ArticleRow } from '../../lib/article';
import type { Passage } from '../../lib/library/compare-texts';
import type { Storage, Version } from './storage';

type Props = { row: ArticleRow; storage: Storage };

/** The earlier states of an article, and what changed from each to the one after it. Nothing when there is but one. */
export function Versions({ row, storage }: Props) {
  const versions = useSignal<Version[]>([]);
  useEffect(() => void storage.versions(row.id).then((came) => (versions.value = came)), []);
  if (versions.value.length === 0) return null;
  return (
    <details class="versions">
      <summary>{plural('library_versions', versions.value.length)}</summary>
      {versions.value.map((version, index) => (
        <VersionDetails
          key={version.n}
          version={version}
          next={versions.value[index - 1] ?? null}
          row={row}
          storage={storage}
        />
      ))}
    </details>
  );
}

type DetailsProps = Props & {
  version: Version;
  /** The state that came after it; `null`: the present one. */
  next: Version | null;
};

function VersionDetails({ version, next, row, storage }: DetailsProps) {
  const passages = useSignal<Passage[] | 'failed' | null>(null);
  const compare = async () => {
    passages.value ??= await storage.compare(version, next, row).catch(() => 'failed' as const);
  };
  const came = next?.savedAt ?? row.savedAt;
  return (
    <details class="version" onToggle={({ currentTarget }) => void (currentTarget.open && compare())}>
      <summary>{t('library_version', formatMoment(version.savedAt), formatMoment(came))}</summary>
      {version.title !== (next?.title ?? row.title) && (
        <p class="version-title">
          <del>{version.title}</del> <ins>{next?.title ?? row.title}</ins>
        </p>
      )}
      {passages.value === 'failed' && <p role="alert">{t('library_version_failed')}</p>}
      {Array.isArray(passages.value) && (
        <div class="version-text" lang={row.lang || undefined} dir={row.dir}>
          {passages.value.every(({ kind }) => kind === 'same') && <p>{t('library_version_same_text')}</p>}
          {passages.value.map((passage, index) => (
            <PassageView key={index} passage={passage} />
          ))}
        </div>
      )}
    </details>
  );
}

function PassageView({ passage }: { passage: Passage }) {
  if (passage.kind === 'same') {
    return (
      <details class="version-same">
        <summary>{plural('library_version_same', passage.paragraphs.length)}</summary>
        {passage.paragraphs.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </details>
    );
  }
  if (passage.kind !== 'changed') {
    return <p>{passage.kind === 'added' ? <ins>{passage.text}</ins> : <del>{passage.text}</del>}</p>;
  }
  return (
    <p>
      {passage.pieces.map(({ kind, text }, index) =>
        kind === 'same' ? text : kind === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>,
      )}
    </p>
  );
}
