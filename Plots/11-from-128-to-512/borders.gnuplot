# Where the error is
#
# Draw borders.png and borders.svg again, in this folder:  gnuplot borders.gnuplot
# It needs borders.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Where the error is' font ',13' textcolor rgb '#333333'
set xlabel 'pixels from a region'."'".'s border' textcolor rgb '#333333'
set ylabel 'error, RGB in 0…1' textcolor rgb '#333333'
set xrange [0:15]
set yrange [0.101415124:0.277241246]
set xtics 2 format '%.0f'
set ytics 0.02 format '%.2f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'borders.png'
plot \
    'borders.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'enlarged', \
    'borders.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#e69f00' title 'under the lines', \
    'borders.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'second stage'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'borders.svg'
replot
unset output
