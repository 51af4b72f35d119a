/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids: what ruled lines enclose, as rows and columns of cells. */
#ifndef BLOCKS_GRID_H
#define BLOCKS_GRID_H

#include "lines.h"

/* A cell of a grid and how many rows and columns it covers. */
typedef struct {
    guint row, column, rows, columns;
} GridCell;

typedef struct {
    Box box;
    GArray *xs, *ys; /* of double: the ruled edges, ascending */
    GArray *cells;   /* of GridCell, by row, then column */
    GArray *places;  /* of int: the number of the cell at each place, row by row */
} Grid;

/* The grids of a sheet with at least two columns and cells; free with grids_free(). */
GArray *grids_of(const Sheet *sheet);
void grids_free(GArray *grids);
/* The number of the cell at a point, or -1. */
int grid_cell_at(const Grid *grid, double x, double y);

#endif
