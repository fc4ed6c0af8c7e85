/** The part of opencc-js 1.4.2 that names are folded with; the package has no types for it. */
declare module 'opencc-js/dict/JPShinjitaiCharacters' {
  /** `沢 澤|浜 濱|…`: each new form and, after a blank, its old ones. */
  const characters: string;
  export default characters;
}
