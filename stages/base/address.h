/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses: where on a site a body, a meeting, an item or a case stands, made of facts alone. */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

/* All are relative to the front page and end in "/": they are folders. They are lower-case ASCII letters,
 * digits and "-", so that they are the same in every system and never need to be escaped. What is NULL is not
 * known. Every result is the caller's, to be freed with g_free(). */

/* "Vård- och omsorgsnämnden" → "vard-och-omsorgsnamnden". Never empty and never a word that the site uses
 * itself: then, or where it would be too long for a file name, a digest of the name is a part of it. */
char *address_slug(const char *name);

/* "ekdals-kommun/kommunstyrelsen/" */
char *address_of_body(const char *principal, const char *body);

/* "ekdals-kommun/kommunstyrelsen/2025-03-12/"; `sha256` of the PDF stands for a date that is not known. */
char *address_of_meeting(const char *principal, const char *body, const char *date, const char *sha256);

/* Below the address of its meeting: "p71a/" for § 71 a; `id` stands for a number that is not known. */
char *address_of_item(const char *number, const char *id);

/* The register number in the form in which numbers are compared: "Dnr KS 2024/0123", "KS-2024-123" and
 * "KS/2024:123" are all "ks-2024-123". One without a series ("2024/123") is counted in the register that the
 * body writes in, which is part of the result: "2024-123-kommunstyrelsen". NULL where it has no digit. */
char *address_case_key(const char *body, const char *number);

/* "ekdals-kommun/arenden/ks-2024-123/"; NULL where the number has no digit. */
char *address_of_case(const char *principal, const char *body, const char *number);

#endif
