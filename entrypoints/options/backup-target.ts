/** Where a backup is written: a file that the user chose, or one of our own that is then downloaded. */

export type BackupTarget = {
  stream: WritableStream<Uint8Array<ArrayBuffer>>;
  /** The file as the disk has it, once the stream is closed. */
  written: () => Promise<File>;
  /** Hands the file over, after it was read back. */
  deliver: (file: File) => void | Promise<void>;
};

/** Chromium's part of the File System Access API; Firefox has none of it. */
type FilePicker = (options: {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<FileSystemFileHandle>;

const PRIVATE_NAME = 'backup.zip';

/** Asks where, with the browser's dialog if there is one. `null`: the user closed it. */
export async function chooseTarget(name: string): Promise<BackupTarget | null> {
  const picker = (globalThis as { showSaveFilePicker?: FilePicker }).showSaveFilePicker;
  return picker ? chosenFile(picker, name) : privateFile(name);
}

async function chosenFile(picker: FilePicker, name: string): Promise<BackupTarget | null> {
  const types = [{ description: 'ZIP', accept: { 'application/zip': ['.zip'] } }];
  try {
    const handle = await picker({ suggestedName: name, types });
    // What stood in the file before stays until the stream is closed.
    const stream = await handle.createWritable();
    return { stream, written: () => handle.getFile(), deliver: () => undefined };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** In the private file system of the extension, so that the backup is on the disk, not in memory, before it is downloaded. */
export async function privateFile(name: string): Promise<BackupTarget> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(PRIVATE_NAME, { create: true });
  const stream = await handle.createWritable();
  return { stream, written: () => handle.getFile(), deliver: (file) => download(file, name) };
}

function download(file: File, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
}

/** Downloading a large file from the private file system takes its time; nobody tells us when it is over. */
const DOWNLOADED_BY_MS = 3_600_000;

/** Removes what an earlier backup left in the private file system. */
export async function clearPrivateFile(now: number): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getFileHandle(PRIVATE_NAME)).getFile();
  if (now - file.lastModified > DOWNLOADED_BY_MS) await root.removeEntry(PRIVATE_NAME);
}
