# KL[q‖p]: where a fit from (µ, log σ) ends
#
# Draw basins.png and basins.svg again, in this folder:  gnuplot basins.gnuplot
# It needs basins.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'KL[q‖p]: where a fit from (µ, log σ) ends' font ',13' textcolor rgb '#333333'
set xlabel 'µ of the start' textcolor rgb '#333333'
set ylabel 'log σ of the start' textcolor rgb '#333333'
set xrange [-4.95:4.95]
set yrange [-1.356:1.556]
set xtics 2 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'basins.png'
plot \
    'basins.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'ends on the left mode', \
    'basins.dat' index 1 using 1:2 with points pointtype 5 pointsize 0.9 linecolor rgb '#19d55e00' title 'ends on the right mode', \
    'basins.dat' index 2 using 1:2 with points pointtype 9 pointsize 0.9 linecolor rgb '#19009e73' title 'covers both'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'basins.svg'
replot
unset output
