/** What a letter tells is looked up among the members' addresses at each pause of the keys. */
export const memberAddressKeys = `
CREATE INDEX member_address_code ON member_address (postal_code);
CREATE INDEX member_address_street ON member_address (street COLLATE NOCASE);
`;
