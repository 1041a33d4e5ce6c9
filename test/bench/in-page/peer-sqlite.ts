import { open } from './engine-sqlite.ts';
import { peerSearch } from './peer-search.ts';

export const { searcher, search } = peerSearch(open);
