import { open } from './engine-orama.ts';
import { peerSearch } from './peer-search.ts';

export const { searcher, search } = peerSearch(open);
