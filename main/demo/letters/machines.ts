import type { RawLetter } from '../letter.ts';

/** Mail that no person wrote: newsletters, bounces, absence notes. */
export const machineLetters: readonly RawLetter[] = [
  {
    key: 'machine-newsletter',
    sectionId: 'website-editor',
    readerAddress: 'weekly@pressgazette.example',
    hoursAgo: 15.5,
    unread: true,
    source: `From: Media Weekly <weekly@pressgazette.example>
To: <{section}>
Subject: Media Weekly: what readers pay for
Date: {date}
Message-ID: <issue-312@pressgazette.example>
List-Id: Media Weekly <weekly.pressgazette.example>
List-Unsubscribe: <https://www.pressgazette.example/unsubscribe?id=8841>
Precedence: bulk
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="mw312"

--mw312
Content-Type: text/plain; charset=utf-8

What readers pay for. Local courts, school meals and tide tables: three
small papers tell what brought their subscribers back.

Read more: https://www.pressgazette.example/312?utm_source=newsletter

--mw312
Content-Type: text/html; charset=utf-8

<!doctype html><html><body style="margin:0;background:#f4f1ea">
<table role="presentation" width="100%"><tr><td align="center" style="padding:24px">
<table role="presentation" width="600" style="background:#ffffff;font-family:Helvetica,Arial,sans-serif;color:#222222">
<tr><td style="padding:24px 32px;border-bottom:3px solid #b3261e"><img src="https://cdn.pressgazette.example/logo.png" width="180" height="40" alt="Media Weekly"></td></tr>
<tr><td style="padding:24px 32px"><img src="https://cdn.pressgazette.example/312/lead.jpg" width="536" height="300" alt="A kiosk at dawn">
<h1 style="font-family:Georgia,serif;font-size:28px">What readers pay for</h1>
<p style="line-height:1.6">Local courts, school meals and tide tables: three small papers tell what brought their subscribers back.</p>
<p><a href="https://click.pressgazette.example/c/8841/312/1?utm_source=newsletter&amp;utm_medium=email" style="background:#b3261e;color:#ffffff;padding:12px 20px;text-decoration:none">Read more</a></p></td></tr>
<tr><td style="padding:16px 32px;font-size:12px;color:#777777">You receive this because you subscribed. <a href="https://www.pressgazette.example/unsubscribe?id=8841">Unsubscribe</a></td></tr>
</table></td></tr></table>
<img src="https://open.pressgazette.example/o/8841/312.gif" width="1" height="1" alt="">
</body></html>
--mw312--
`,
  },
  {
    key: 'machine-bounce',
    sectionId: 'world-services',
    readerAddress: 'mailer-daemon@mx.example.org',
    hoursAgo: 21.3,
    unread: true,
    source: `From: Mail Delivery Subsystem <mailer-daemon@mx.example.org>
To: <{section}>
Subject: Undelivered Mail Returned to Sender
Date: {date}
Message-ID: <8A1F2.41@mx.example.org>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="dsn8a1f2"

--dsn8a1f2
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.org.

Your message could not be delivered to one recipient.

<old.address@example.org>: host mail.example.org said: 550 5.1.1
    User unknown (in reply to RCPT TO command)

--dsn8a1f2
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
X-Queue-ID: 8A1F2

Final-Recipient: rfc822; old.address@example.org
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.example.org
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--dsn8a1f2
Content-Type: message/rfc822

From: Minato News Agency, World Services <{section}>
To: <old.address@example.org>
Subject: Re: Your letter about the lighthouse
Message-ID: <lighthouse-7@minato.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Thank you for your letter about the lighthouse.

--dsn8a1f2--
`,
  },
  {
    key: 'machine-out-of-office',
    sectionId: 'world-services',
    readerAddress: 'h.solberg@fjordstat.example',
    hoursAgo: 49.9,
    unread: false,
    source: `From: Henrik Solberg <h.solberg@fjordstat.example>
To: <{section}>
Subject: Automatic reply: Data behind the tuna auction chart
Date: {date}
Message-ID: <ooo-5512@fjordstat.example>
Auto-Submitted: auto-replied
X-Auto-Response-Suppress: All
Precedence: auto_reply
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

I am out of the office until Monday and read mail once a day. In urgent cas=
es please write to statistics@fjordstat.example.

Henrik
`,
  },
  {
    key: 'ja-machine-out-of-office',
    sectionId: 'members',
    readerAddress: 'somu@minatomachi-shinkumi.example',
    hoursAgo: 56,
    unread: false,
    source: `From: =?UTF-8?B?5riv55S65L+h55So57WE5ZCIIOe3j+WLmemDqA==?= <somu@minatomachi-shinkumi.example>
To: <{section}>
Subject: =?UTF-8?B?6Ieq5YuV5b+c562U77ya5LyR5qWt5pel44Gu44GK55+l44KJ44Gb?=
Date: {date}
Message-ID: <auto-77@minatomachi-shinkumi.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

5pys5pel44Gv5LyR5qWt5pel44Gu44Gf44KB44CB57+M5Za25qWt5pel44Gr44GU6L+U5L+h44GE
44Gf44GX44G+44GZ44CCCg==
`,
  },
  {
    key: 'machine-calendar',
    sectionId: 'website-editor',
    readerAddress: 'events@press-club.example',
    hoursAgo: 45,
    unread: false,
    source: `From: Press Club Events <events@press-club.example>
To: <{section}>
Subject: Invitation: Round table on reader corrections
Date: {date}
Message-ID: <rt-41@press-club.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="pc04"

--pc04
Content-Type: text/plain; charset=utf-8

We would be glad to see your editor at our round table next month.

--pc04
Content-Type: text/calendar; charset=utf-8; method=REQUEST; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Press Club//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:rt-41@press-club.example
DTSTAMP:20261101T090000Z
DTSTART:20261217T090000Z
DTEND:20261217T103000Z
SUMMARY:Round table on reader corrections
END:VEVENT
END:VCALENDAR

--pc04--
`,
  },
  {
    key: 'machine-no-message-id',
    sectionId: 'members',
    readerAddress: 'fax@gateway.example',
    hoursAgo: 81,
    unread: false,
    source: `From: fax@gateway.example
To: {section}
Date: {date}
Subject: Fax from +00 0000 0000, 1 page

A fax of one page arrived. It could not be read.
`,
  },
];
