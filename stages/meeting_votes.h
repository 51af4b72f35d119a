/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Votes while they are read: what meeting_votes.c, meeting_orders.c and meeting_voters.c share. */
#ifndef MEETING_VOTES_H
#define MEETING_VOTES_H

#include "meeting_parts.h"

/* What a column of a list of voters holds. */
typedef enum {
    COLUMN_OTHER,
    COLUMN_NAME,
    COLUMN_SUBSTITUTE,
    COLUMN_PARTY,
    COLUMN_CHOICE,
    COLUMN_CROSS
} ColumnKind;
typedef struct {
    ColumnKind kind;
    BallotChoice choice; /* of a cross in it */
} Column;

/* A vote while its text is read. */
typedef struct {
    const Draft *draft;
    Item *item;
    Vote vote;
    GArray *orders; /* of Vote: what Ja and Nej stand for in votes to come, where all is stated before them */
    guint orders_used;
    bool begun;    /* something of the vote was read */
    bool proposed; /* what Ja and Nej stand for was read */
    bool asked;    /* the text says that there was a vote */
    bool unread;   /* a sentence that may say more of it is too long to be read */
    bool heading;  /* in a section of its own */
    bool twice;    /* somebody stands under two choices */
    bool closed;   /* a closed ballot was asked for, whose numbers are still to come */
    bool closed_next;
    bool unnamed; /* names stand in a list of voters that were not taken */
    bool listing; /* names follow, of */
    BallotChoice choice;
    GArray *columns; /* of Column: of the table whose rows are being read; empty: none */
} Reading;

/* Reads what both Ja and Nej stand for, where one sentence of the text says it; false when none does. */
bool order_in_text(Reading *reading, const Block *block, const char *text);
/* Reads what one of them stands for: "Ja-röst för motionen" and, beside it or on a line of its own, "Nej-röst
 * för avslag", in either order; "Den som vill bifalla motionen röstar ja." */
void order_in_sentence(Reading *reading, const Block *block, const char *sentence);
/* Gives the vote that is to be read next the order that was stated for it, if one waits. */
void order_of_next_vote(Reading *reading);
/* Ends the vote that is being read, if one is, for the next one. */
void vote_next(Reading *reading);
/* The choice that a word stands for; false when it is none. */
bool vote_choice_from(const char *word, BallotChoice *choice);
/* Something of the vote is read, at `source` when it is the first. */
void vote_begin(Reading *reading, Source source);
/* Adds a ballot, once for each person. */
void vote_add_ballot(Reading *reading, Person person, BallotChoice choice);
/* Adds the voter whose name, party and choice make up the line; false when it is none. `page` 0: the block's.
 */
bool voter_in_line(Reading *reading, const Block *block, const char *line, int page);
/* True for a section that is a numbered list of voters, as it can stand behind all items: "Omröstningslista
 * 1". */
bool voters_are_listed(const Section *section);
/* True when such a list is of a vote of the item that is being read. */
bool voters_are_of(const Reading *reading, const Section *section);
/* Adds the voters of the attachment or the list that the sentence names. */
void voters_in_list_named(Reading *reading, const char *sentence);
/* Adds the voters of a table, or of a block that is one of its rows. */
void voters_in_table(Reading *reading, const Block *block);

#endif
