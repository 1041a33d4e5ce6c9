import { plural, t } from '../../components/i18n';
import { countKinds, isRepairable, type Finding, type FindingKind, type REPORTED } from '../../lib/library/finding';

/** More titles than these are a number. */
const SHOWN_TITLES = 8;

type Props = { findings: readonly Finding[] };

/**
 * What the examination found, kind by kind: what it is, of which articles, and what to do. The title of what only a new
 * save can mend leads to its page, any other to the article.
 */
export function HealthFindings({ findings }: Props) {
  // What nobody but the user can help comes first.
  const kinds = [...countKinds(findings)].toSorted(
    ([a], [b]) => Number(isRepairable({ kind: a })) - Number(isRepairable({ kind: b })),
  );
  return (
    <ul class="health-findings">
      {kinds.map(([kind, count]) => (
        <li key={kind} data-kind={kind}>
          <strong>{plural(`health_found_${kind}`, count)}</strong>
          <Titles of={kind} findings={findings} />
          <span>{t(isRepairable({ kind }) ? 'health_can_repair' : `health_do_${kind as Reported}`)}</span>
        </li>
      ))}
    </ul>
  );
}

type Reported = (typeof REPORTED)[number];

function Titles({ of, findings }: { of: FindingKind } & Props) {
  const articles = new Map(
    findings.flatMap(({ kind, articleId, title, url = '' }) =>
      kind === of && articleId && title ? [[articleId, { title, url }] as const] : [],
    ),
  );
  if (articles.size === 0) return null;
  const more = articles.size - SHOWN_TITLES;
  return (
    <ul>
      {[...articles].slice(0, SHOWN_TITLES).map(([id, { title, url }]) => (
        <li key={id}>
          {isRepairable({ kind: of }) || !/^https?:/.test(url) ? (
            <a href={`/library.html#/article/${id}`}>{title}</a>
          ) : (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {title}
            </a>
          )}
        </li>
      ))}
      {more > 0 && <li>{plural('health_more', more)}</li>}
    </ul>
  );
}
