/** What there is about all members, beside the list of them. */
export type MembersPage = 'numbers' | 'duplicates' | 'retention' | 'requests' | 'erasures';
