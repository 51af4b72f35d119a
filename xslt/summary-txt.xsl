<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A summary as plain text, for other XSLT processors: the program takes meeting-txt.xsl itself. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="meeting-txt.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
</xsl:stylesheet>
