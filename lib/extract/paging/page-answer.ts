/** Why a further page could not be had. Each has a text under `paged_why_<code>`. */
export type PageTrouble =
  | 'offline'
  | 'tooLate'
  | 'signIn'
  | 'missing'
  | 'server'
  | 'elsewhere'
  | 'notHtml'
  | 'tooLarge'
  /** The page came, but it holds no text. */
  | 'empty'
  /** The page came, but it holds another article. */
  | 'other';

/** `url`: where the page was found in the end. */
export type PageAnswer = { url: string; html: string } | { trouble: PageTrouble };
