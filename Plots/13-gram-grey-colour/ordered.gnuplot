# From drawings to photographs
#
# Draw ordered.png and ordered.svg again, in this folder:  gnuplot ordered.gnuplot
# It needs ordered.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'From drawings to photographs' font ',13' textcolor rgb '#333333'
set xlabel 'part of photograph in the mixture' textcolor rgb '#333333'
set ylabel 'Gram distance, drawings: 1' textcolor rgb '#333333'
set xrange [0:1]
set yrange [0.936860992:2.11545581]
set xtics 0.2 format '%.1f'
set ytics 0.2 format '%.1f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'ordered.png'
plot \
    'ordered.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'our network', \
    'ordered.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'random weights'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'ordered.svg'
replot
unset output
