import type { Locale } from '../../shared/model/preferences.ts';

type Words = {
  readonly [key in
    | 'file'
    | 'settings'
    | 'lock'
    | 'print'
    | 'quit'
    | 'edit'
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'search'
    | 'view'
    | 'nextSection'
    | 'zoomIn'
    | 'zoomOut'
    | 'actualSize'
    | 'fullScreen']: string;
};

/** What the main process itself shows: the menu. */
export const words: Readonly<Record<Locale, Words>> = {
  en: {
    file: 'File',
    settings: 'Settings…',
    lock: 'Lock',
    print: 'Print Conversation…',
    quit: 'Quit Fumibako',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    search: 'Search Mail',
    view: 'View',
    nextSection: 'Next Section',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    actualSize: 'Actual Size',
    fullScreen: 'Full Screen',
  },
  ja: {
    file: 'ファイル',
    settings: '設定…',
    lock: 'ロック',
    print: '会話を印刷…',
    quit: 'Fumibakoを終了',
    edit: '編集',
    undo: '元に戻す',
    redo: 'やり直す',
    cut: '切り取り',
    copy: 'コピー',
    paste: '貼り付け',
    selectAll: 'すべて選択',
    search: 'メールを検索',
    view: '表示',
    nextSection: '次の部署',
    zoomIn: '拡大',
    zoomOut: '縮小',
    actualSize: '実際のサイズ',
    fullScreen: '全画面',
  },
};
