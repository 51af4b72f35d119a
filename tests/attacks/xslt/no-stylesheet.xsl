<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- No stylesheet at all, though it asks for one. -->
<?xml-stylesheet type="text/xsl" href="FOLDER/bait"?>
<a/>
