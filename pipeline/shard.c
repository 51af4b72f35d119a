/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shards: the share of a list of files that one of several runs takes, without any word between them. */
#include "shard.h"

#include <string.h>

gboolean shard_from_text(Shard *shard, const char *text)
{
    *shard = (Shard){0};
    if (!text)
        return TRUE;
    g_auto(GStrv) parts = g_strsplit(text, "/", -1);
    guint64 number = 0, count = 0;
    if (g_strv_length(parts) != 2 || !g_ascii_string_to_unsigned(parts[1], 10, 1, SHARDS_MAX, &count, NULL) ||
        !g_ascii_string_to_unsigned(parts[0], 10, 1, count, &number, NULL))
        return FALSE;
    *shard = (Shard){(guint)number, (guint)count};
    return TRUE;
}

/* By the first eight bytes of the SHA-256 of the path, which spread evenly whatever the paths have in
 * common. */
gboolean shard_has(Shard shard, const char *path)
{
    if (shard.count == 0)
        return TRUE;
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(digest, (const guchar *)path, (gssize)strlen(path));
    guint8 bytes[32];
    gsize length = sizeof bytes;
    g_checksum_get_digest(digest, bytes, &length);
    guint64 hash = 0;
    for (gsize i = 0; i < 8; i++)
        hash = hash << 8 | bytes[i];
    return hash % shard.count == shard.number - 1;
}

char *shard_name(Shard shard, const char *name)
{
    return shard.count == 0 ? g_strdup(name)
                            : g_strdup_printf("%s-%u-of-%u", name, shard.number, shard.count);
}
