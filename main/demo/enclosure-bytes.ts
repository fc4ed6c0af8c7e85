import { crc32, deflateSync } from 'node:zlib';
import type { Enclosure } from './letter.ts';

export type EnclosureBytes = { readonly contentType: string; readonly content: Buffer };

/** The bytes of a demo enclosure: real files of their kind, the same at every start. */
export function enclosureBytes(enclosure: Enclosure): EnclosureBytes {
  const text = enclosure.text ?? '';
  switch (enclosure.kind) {
    case 'pdf':
      return { contentType: 'application/pdf', content: pdf(text) };
    case 'csv':
      return { contentType: 'text/csv', content: Buffer.from(`\ufeff${text}`, 'utf8') };
    case 'docx':
      return {
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        content: docx(text),
      };
    case 'chart':
      return { contentType: 'image/png', content: png(480, 260, chartPixel) };
    case 'photo':
      return { contentType: 'image/png', content: photo() };
  }
}

function pdf(text: string): Buffer {
  const escaped = text.split('\n').map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`);
  const drawing = `BT /F1 12 Tf 16 TL 72 770 Td\n${escaped.join('\n')}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}

function docx(text: string): Buffer {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const paragraphs = escaped.split('\n').map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`);
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return storedZip([
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/document.xml',
      `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
    ],
  ]);
}

/** A ZIP file without compression (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
function storedZip(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const data = Buffer.from(text, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x21, 8); // 1980-01-01
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]),
    );
    locals.push(local, data);
    offset += local.length + data.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

type Pixel = (x: number, y: number, set: (r: number, g: number, b: number) => void) => void;

function png(width: number, height: number, pixel: Pixel): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  let at = 0;
  const set = (r: number, g: number, b: number) => {
    rows[at++] = r;
    rows[at++] = g;
    rows[at++] = b;
  };
  for (let y = 0; y < height; y++) {
    at++; // filter type 0
    for (let x = 0; x < width; x++) pixel(x, y, set);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits a channel, RGB
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const bars = [90, 120, 105, 150, 170, 160, 200];

const chartPixel: Pixel = (x, y, set) => {
  const bar = bars[Math.floor((x - 30) / 62)];
  const inBar = x >= 30 && (x - 30) % 62 < 40 && bar !== undefined && y > 230 - bar && y <= 230;
  if (inBar) set(38, 92, 140);
  else if (y === 231 || (y - 30) % 50 === 0) set(205, 210, 216);
  else set(255, 255, 255);
};

/** A harbour at dusk of about 5 MB: the grain keeps it from compressing away. */
function photo(): Buffer {
  let seed = 20260311;
  const grain = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed >>> 28;
  };
  const horizon = 800;
  return png(1920, 1280, (x, y, set) => {
    const sun = Math.hypot(x - 1250, y - 640) < 120;
    const hill = y < horizon && y > 730 + 45 * Math.sin(x / 210) + 20 * Math.sin(x / 57);
    const shine = y > horizon && Math.abs(x - 1250) < 60 + (y - horizon) / 3 && (y >> 3) % 3 === 0;
    const light = y < horizon ? y / horizon : 0.75 - (y - horizon) / 900;
    if (hill) set(38 + grain(), 42 + grain(), 62 + grain());
    else if (sun || shine) set(240 + (grain() & 7), 186 + grain(), 120 + grain());
    else set(60 + 160 * light + grain(), 70 + 80 * light + grain(), 120 + 20 * light + grain());
  });
}
