/** What `in:` calls the parts that folders play, in both languages of the window. */
export const folderWords = {
  inbox: ['inbox', '受信トレイ', '受信'],
  sent: ['sent', '送信済み', '送信'],
  drafts: ['drafts', '下書き'],
  archive: ['archive', 'アーカイブ'],
  junk: ['junk', 'spam', '迷惑メール'],
  trash: ['trash', 'ゴミ箱'],
} as const;

/** What `tag:` calls the five tags that mail programs began with. */
export const labelWords: Readonly<Record<string, readonly string[]>> = {
  $label1: ['important', '重要'],
  $label2: ['work', '仕事'],
  $label3: ['personal', 'プライベート'],
  $label4: ['to do', 'todo'],
  $label5: ['later', '後で'],
};
