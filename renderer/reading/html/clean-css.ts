/** Counts what was taken out, and learns whether the mail brings colours of its own. */
export type CssFindings = { blocked: number; hasOwnColours: boolean };

/** Everything in a CSS value that can name a resource, and everything that could hide one. */
const canFetch =
  /url\s*\(|image\s*\(|image-set\s*\(|src\s*\(|element\s*\(|paint\s*\(|cross-fade\s*\(|expression|javascript:|var\s*\(|env\s*\(|attr\s*\(|[\\<@]/i;

/** Properties that would let a mail lie about where it ends, or that have no business in a letter. */
const forbiddenProperty =
  /^(--|behavior|-moz-binding|cursor|-webkit-user-drag|content|position|z-index|animation|transition|pointer-events|zoom|mask|-webkit-mask|clip-path|filter|backdrop-filter|view-transition|anchor-|offset|will-change|contain|container)/;

/** Sizes by the frame, whose own size follows the mail: together they would grow without end. */
const frameUnit = /\d(?:[sld]?v(?:h|b|min|max))\b/i;

const colourProperty = /^(color|background|background-color|background-image)$/;

/**
 * The declarations that may stay, as text. The browser has parsed `style`, so that escapes,
 * comments and odd spellings are gone before anything is compared.
 */
export function cleanDeclarations(style: CSSStyleDeclaration, findings: CssFindings): string {
  const kept: string[] = [];
  for (const name of style) {
    const value = style.getPropertyValue(name);
    if (canFetch.test(value)) {
      findings.blocked += /url\s*\(|image-set\s*\(/i.test(value) ? 1 : 0;
      continue;
    }
    if (forbiddenProperty.test(name) || frameUnit.test(value)) continue;
    if (colourProperty.test(name) && isRealColour(value)) findings.hasOwnColours = true;
    kept.push(`${name}:${value}${style.getPropertyPriority(name) === '' ? '' : ' !important'}`);
  }
  return kept.join(';');
}

/**
 * A mail's style sheet with only plain and media rules left, written anew from the parsed rules.
 * A constructed sheet that is never adopted fetches nothing, and drops `@import` by definition.
 */
export function cleanStyleSheet(text: string, findings: CssFindings): string {
  findings.blocked += (text.match(/@import|@font-face/gi) ?? []).length;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return cleanRules(sheet.cssRules, findings);
}

function cleanRules(rules: CSSRuleList, findings: CssFindings): string {
  const kept: string[] = [];
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const declarations = cleanDeclarations(rule.style, findings);
      if (declarations !== '' && !/[<\\@]/.test(rule.selectorText))
        kept.push(`${rule.selectorText}{${declarations}}`);
    } else if (rule instanceof CSSMediaRule) {
      const condition = rule.media.mediaText;
      // The card of a mail with its own colours is white in both themes.
      if (/[<\\@{}]|prefers-color-scheme/i.test(condition)) continue;
      kept.push(`@media ${condition}{${cleanRules(rule.cssRules, findings)}}`);
    }
  }
  return kept.join('\n');
}

function isRealColour(value: string): boolean {
  return !/^(inherit|initial|unset|none|transparent|currentcolor|rgba\(0, 0, 0, 0\)|)$/i.test(
    value,
  );
}
