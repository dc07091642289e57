# Most lines are found, and few that nobody drew
#
# Draw recall.png and recall.svg again, in this folder:  gnuplot recall.gnuplot
# It needs recall.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Most lines are found, and few that nobody drew' font ',13' textcolor rgb '#333333'
set xlabel 'kernel, pixels' textcolor rgb '#333333'
set ylabel 'share of ink' textcolor rgb '#333333'
set xrange [3:9]
set yrange [0.7:1]
set xtics ('3' 3, '5' 5, '7' 7, '9' 9) scale 0
set ytics 0.05 format '%.2f'
set grid noxtics
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'recall.png'
plot \
    'recall.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'recall: true lines that are found', \
    'recall.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'precision: found lines that are true'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'recall.svg'
replot
unset output
