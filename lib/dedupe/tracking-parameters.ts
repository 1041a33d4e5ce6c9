/**
 * Query parameters that tell where a visitor came from and never what the page shows.
 * Only names whose one use is tracking or sharing stand here: a parameter too many would make two articles one.
 */
const ADVERTISING = `
  fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh epik srsltid
  mc_cid mc_eid mkt_tok vero_id wickedid s_cid s_kwcid ef_id cmpid icid ncid ocid xtor
  _ga _gl _hsenc _hsmi _openstat ref_src ref_url smid smtyp ftag`;

/** What Chinese platforms and apps add when a page is shared or opened inside them. */
const SHARING = `
  spm scm spm_id_from from_spmid share_token share_from share_source share_medium share_plat share_session_id
  share_tag share_times share_id share_type share_platform share_app_id share_uid sharefrom shareid sharesource
  shareto sharetype sharer_shareid sharer_shareinfo sharer_shareinfo_first sharer_sharetime mpshare srcid
  vd_source unique_k bbid isappinstalled app_from wxfid nsukey wxshare_count weibo_id
  chksm ascene subscene enterid clicktime pass_ticket exportkey wx_header devicetype
  bd_vid bd_bid bd_source_light from_source from_module tt_from tt_medium tt_campaign
  hmsr hmpl hmcu hmkw hmci xtrack`;

const NAMES: ReadonlySet<string> = new Set(`${ADVERTISING} ${SHARING}`.trim().split(/\s+/u));
const FAMILIES = /^(?:utm|pk|mtm|matomo|oly|hsa|at_custom|stm)_/u;

/** Names that some sites use for content: they go only with a value that names a way of sharing. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['from', 'source', 'ref', 'scene', 'share', 'via', 'f']);
const WAYS_OF_SHARING =
  /^(?:timeline|(?:group|single)message|weixin|wechat|wx|qq|qzone|weibo|sina|douyin|toutiao|app|share|copy|link|rss|feed|email|newsletter|facebook|fb|twitter|telegram|whatsapp|linkedin|reddit|homepage|home)$/iu;

export function isTracking(name: string, value: string): boolean {
  const key = name.toLowerCase();
  return NAMES.has(key) || FAMILIES.test(key) || (AMBIGUOUS.has(key) && WAYS_OF_SHARING.test(value));
}
