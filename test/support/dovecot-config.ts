export type DovecotOAuth = {
  /** Where it asks about a token (RFC 7662). */
  readonly introspection: string;
  /** Of the provider, as PEM. */
  readonly certificate: string;
  /** How somebody may show a token. */
  readonly mechanisms: string;
};

export type DovecotPlan = {
  readonly folder: string;
  readonly address: string;
  readonly imapPort: number;
  readonly imapsPort: number;
  /** Advertise only these, to stand in for a plainer server; null leaves Dovecot as it is. */
  readonly capability: string | null;
  /** Rights by the file `rights` in the folder, as a shared mailbox has them. */
  readonly readOnlyInbox: boolean;
  /** Who the mail belongs to on disk; Dovecot refuses to serve root's. */
  readonly uid: number;
  readonly gid: number;
  /** Takes tokens of a provider too; null takes passwords alone. */
  readonly oauth: DovecotOAuth | null;
  /** Every user's. */
  readonly password: string;
};

/** A whole Dovecot 2.3 in one folder: nothing of the machine's own set-up is read. */
export function dovecotConfig({
  folder,
  address,
  imapPort,
  imapsPort,
  capability,
  readOnlyInbox,
  uid,
  gid,
  oauth,
  password,
}: DovecotPlan): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap
listen = ${address}
default_internal_user = dovecot
default_login_user = dovenull
default_internal_group = dovecot
first_valid_uid = 1
disable_plaintext_auth = no
ssl = yes
ssl_cert = <${folder}/certificate.pem
ssl_key = <${folder}/key.pem
ssl_min_protocol = TLSv1.2
mail_location = maildir:${folder}/mail/%u
mail_fsync = never
mail_save_crlf = yes
mailbox_list_index = yes
maildir_very_dirty_syncs = no
${capability === null ? '' : `imap_capability = ${capability}`}
${readOnlyInbox ? `mail_plugins = acl\nplugin {\n  acl = vfile:${folder}/rights\n}` : ''}
${oauth === null ? '' : oauthPassdb(folder, oauth)}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
service imap-login {
  chroot =
  process_min_avail = 1
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${imapsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap {
  process_limit = 64
}
`;
}

function oauthPassdb(folder: string, { mechanisms }: DovecotOAuth): string {
  // A refusal is waited for, and the next one longer, by people; a test refuses on purpose.
  return `auth_mechanisms = plain ${mechanisms}
auth_failure_delay = 0
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
passdb {
  driver = oauth2
  mechanisms = ${mechanisms}
  args = ${folder}/oauth2.conf
}`;
}

/** The file that the password database by OAuth 2 reads. */
export function dovecotOAuthConfig(folder: string, oauth: DovecotOAuth): string {
  return `introspection_mode = post
introspection_url = ${oauth.introspection}
username_attribute = mailbox
active_attribute = active
active_value = true
tls_ca_cert_file = ${folder}/provider.pem
`;
}
