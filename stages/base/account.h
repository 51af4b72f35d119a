/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts: documents that tell of meetings of one body on one day, and which of them counts for which
 * meeting. */
#ifndef BASE_ACCOUNT_H
#define BASE_ACCOUNT_H

#include <glib.h>
#include <stdbool.h>

typedef struct Account Account;

/* Strings are borrowed. */
struct Account {
    guint of;             /* the caller's number for it */
    bool minutes;         /* else a published summary */
    bool alone;           /* it stands for no other document and none for it, but for the same file */
    bool preliminary;     /* minutes that state neither a day of adjustment nor signatures */
    const char *adjusted; /* YYYY-MM-DD; NULL: not stated */
    const char *sha256;   /* of the PDF; may be NULL */
    const char *name;     /* tells apart what is alike in all else; may be NULL */
    guint items;
    GPtrArray *numbers; /* of const char *: those of the items that have one */
    const Account *by;  /* the result: the account that counts for the same meeting; NULL: it counts itself */
};

/* Sorts the accounts of one body and day from the most to the least that can be said for them, and ties each
 * that tells of the same meeting as a better one to it. */
void accounts_settle(Account *accounts, guint count);

#endif
