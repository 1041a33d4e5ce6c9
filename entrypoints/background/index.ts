/** The background as a table of contents: what can happen on the left, who does it on the right. Holds no state that matters. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onMessages } from '../../lib/messages';
import { watchSettings } from '../../lib/settings/store';
import { BACKUP_ALARM, keepBackupAlarm, startDueBackup } from './backup';
import { followSettings } from './badge';
import { keepDetector } from './detector';
import { fromOurPage, fromPage } from './doors';
import { onInstalled } from './install';
import { runMenu, runCommand } from './menus';
import { pickBlock } from './site-rules';
import { keywordsFor } from './keywords';
import { nextPage } from './next-page';
import { showLibrary } from './show-library';
import { clearPictureRules } from './picture-rules';
import { fetchPendingPictures, PICTURES_ALARM } from './pictures';
import { toggleReader, openReader } from './reader';
import { INDEX_ALARM, keepIndex } from './upkeep';
import { saveArticle, savePage, savedState } from './save';
import { followSites, siteOpens, switchSite } from './switch-site';
import { lookAt, takeVerdict } from './verdict';

export default defineBackground({
  type: 'module',
  main() {
    onMessages({
      articleFound: fromPage(takeVerdict),
      saveArticle: fromPage(saveArticle),
      savedState: fromPage(savedState),
      keywordsFor: fromPage(keywordsFor),
      pickBlock: fromPage(pickBlock),
      siteOpens: fromPage(siteOpens),
      nextPage: fromPage(nextPage),
      openLibrary: fromPage(showLibrary),
      openReader: fromOurPage(openReader),
      savePage: fromOurPage(savePage),
      fetchPictures: fromOurPage(() => void fetchPendingPictures()),
      lookAt: fromOurPage(lookAt),
      switchSite: fromOurPage(switchSite),
      followSites: fromOurPage(followSites),
      keepIndex: fromOurPage(() => void keepIndex({ doubted: true })),
    });

    // Fires only where the popup is switched off for a tab: the setting "open articles at once".
    browser.action.onClicked.addListener((tab) => void toggleReader(tab));
    browser.contextMenus.onClicked.addListener((info, tab) => void runMenu(String(info.menuItemId), tab));
    browser.commands.onCommand.addListener((command, tab) => void runCommand(command, tab));
    browser.runtime.onInstalled.addListener(({ reason }) => void onInstalled(reason));
    browser.runtime.onInstalled.addListener(() => void keepBackupAlarm());
    // Another version may read its index otherwise; a new library has none before its first save.
    browser.runtime.onInstalled.addListener(({ reason }) => void (reason === 'update' && keepIndex()));
    browser.runtime.onStartup.addListener(() => void keepBackupAlarm());
    browser.runtime.onStartup.addListener(() => void keepIndex());
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === PICTURES_ALARM) void fetchPendingPictures();
      if (name === BACKUP_ALARM) void startDueBackup();
      if (name === INDEX_ALARM) void keepIndex();
    });
    watchSettings((settings) => void followSettings(settings));
    watchSettings(() => void keepDetector());

    // A worker that died during a fetch leaves its rule behind.
    void clearPictureRules();
    // The first start of each version is among these.
    void keepDetector();
  },
});
