<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Declares an entity. -->
<!DOCTYPE s [<!ENTITY e SYSTEM "FOLDER/secret.xml">]>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">&e;</xsl:template></xsl:stylesheet>
