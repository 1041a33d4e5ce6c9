import { open } from './engine-scan.ts';
import { peerSearch } from './peer-search.ts';

export const { searcher, search } = peerSearch(open);
