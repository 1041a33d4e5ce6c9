/**
 * Why a file cannot be used as a backup. `foreign`: not one of ours. `newer`: a newer build wrote it. `cut`: its end is
 * missing. `damaged`: what it holds is not what was written. The pages translate it (`backup_error_<code>`).
 */
export type BackupErrorCode = 'foreign' | 'newer' | 'cut' | 'damaged';

export class BackupError extends Error {
  override name = 'BackupError';
  readonly code: BackupErrorCode;
  /** `what` is for logs: the entry that is wrong, and how. */
  constructor(code: BackupErrorCode, what: string) {
    super(`${code}: ${what}`);
    this.code = code;
  }
}
