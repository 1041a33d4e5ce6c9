import { fileURLToPath } from 'node:url';
import { type Plugin, build } from 'vite';

/** One file of this folder with all that it imports, as the text of a classic script. */
export async function bundle(entry: string, plugins: Plugin[] = []): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      write: false,
      target: 'chrome135',
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['iife'], name: 'bundled' },
    },
  });
  const chunk = [output].flat().flatMap((part) => ('output' in part ? part.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} did not bundle.`);
  return chunk.code;
}
