import { uiLocale } from '../../components/i18n';

/** 1 MB = 1,000,000 bytes, as disks and file managers count. */
export function formatSize(bytes: number): string {
  const [unit, divisor] =
    bytes < 1e6
      ? (['kilobyte', 1e3] as const)
      : bytes < 1e9
        ? (['megabyte', 1e6] as const)
        : (['gigabyte', 1e9] as const);
  const digits = bytes >= 1e6 && bytes < 1e8 ? 1 : 0;
  return new Intl.NumberFormat(uiLocale(), { style: 'unit', unit, maximumFractionDigits: digits }).format(
    bytes / divisor,
  );
}
