/**
 * Everything in a mail's markup that could run, fetch, submit, navigate by itself or leave its
 * frame, as short descriptions. Written apart from the sanitiser, so that they do not share a hole.
 * Runs in the page: it must not use anything from outside of itself.
 */
export function findHostile(markup: string): string[] {
  const found: string[] = [];
  const mail = new DOMParser().parseFromString(markup, 'text/html');
  const forbidden =
    'script,iframe,frame,frameset,object,embed,applet,form,input,button,textarea,select,option,link,base,' +
    'meta,template,noscript,svg,math,audio,video,source,track,picture,map,area,portal,dialog,slot,marquee';
  const policy = 'meta[charset], meta[http-equiv="Content-Security-Policy"], meta[name="referrer"]';
  for (const element of mail.querySelectorAll('*')) {
    const name = element.localName;
    if (element.matches(forbidden) && !element.matches(policy)) found.push(`<${name}>`);
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`foreign <${name}>`);
    if (name.includes('-') || name.includes(':')) found.push(`custom <${name}>`);
    for (const attribute of element.attributes) checkAttribute(name, attribute);
  }
  for (const style of mail.querySelectorAll('style')) checkCss(style.textContent ?? '', '<style>');
  return found;

  function checkAttribute(element: string, { name, value }: Attr): void {
    const where = `${element}[${name}]`;
    if (/^on/i.test(name)) found.push(where);
    if (
      /^(srcset|srcdoc|action|formaction|ping|background|poster|data|dynsrc|lowsrc|longdesc|usemap|target|download|is|slot|id|name|cite|manifest|imagesrcset)$/i.test(
        name,
      )
    ) {
      if (!(element === 'meta' && name === 'name')) found.push(where);
    }
    if (name.includes(':')) found.push(where);
    if (name === 'src' && !/^data:image\/(png|jpe?g|gif|webp|bmp);base64,/i.test(value))
      found.push(`${where}=${value.slice(0, 40)}`);
    if (name === 'href') {
      const scheme = URL.canParse(value) ? new URL(value).protocol : 'relative';
      if (element !== 'a' || !['http:', 'https:', 'mailto:'].includes(scheme))
        found.push(`${where}=${value.slice(0, 40)}`);
    }
    if (name === 'style') checkCss(value, where);
  }

  function checkCss(css: string, where: string): void {
    // As the browser will read it: escapes and comments resolved.
    const probe = mail.createElement('p');
    probe.setAttribute('style', css);
    const read = `${css} ${probe.style.cssText}`.replace(/\/\*.*?\*\//gs, '');
    const bad =
      /url\s*\(|image-set|@import|@font-face|@namespace|expression\s*\(|javascript:|-moz-binding|behavior\s*:|position\s*:\s*(fixed|absolute|sticky)|\\/i.exec(
        read,
      );
    if (bad !== null) found.push(`${where}: ${bad[0]}`);
  }
}
