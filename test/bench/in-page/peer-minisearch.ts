import { open } from './engine-minisearch.ts';
import { peerSearch } from './peer-search.ts';

export const { searcher, search } = peerSearch(open);
