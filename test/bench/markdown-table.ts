import type { Summary } from './results.ts';

/** One row a metric; every system's median, and ours as a multiple of each peer's. */
export function markdownTable(summary: Summary, ours: string): string {
  const peers = Object.keys(summary).filter((system) => system !== ours);
  const metrics = [...new Set(Object.values(summary).flatMap((of) => Object.keys(of)))];
  const head = ['metric', 'unit', `${ours} min`, 'median', 'p95', 'n', ...peers.flatMap((peer) => [peer, `÷ ${peer}`])];
  const rows = metrics.map((metric) => {
    const own = summary[ours]?.[metric];
    const compared = peers.flatMap((peer) => {
      const theirs = summary[peer]?.[metric];
      if (!theirs) return ['', ''];
      return [number(theirs.median), own && theirs.median > 0 ? `${(own.median / theirs.median).toFixed(2)} ×` : ''];
    });
    const unit = own?.unit ?? peers.map((peer) => summary[peer]?.[metric]?.unit).find(Boolean) ?? '';
    const values = own ? [number(own.min), number(own.median), number(own.p95), String(own.n)] : ['', '', '', ''];
    return [metric, unit].concat(values, compared);
  });
  const align = head.map((_, column) => (column < 2 ? '---' : '---:'));
  return [head, align, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function number(value: number): string {
  if (value === 0) return '0';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
