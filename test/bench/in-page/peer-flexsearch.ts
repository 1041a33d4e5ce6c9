import { open } from './engine-flexsearch.ts';
import { peerSearch } from './peer-search.ts';

export const { searcher, search } = peerSearch(open);
