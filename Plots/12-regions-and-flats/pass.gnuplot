# From the middle of the ring out through its gap
#
# Draw pass.png and pass.svg again, in this folder:  gnuplot pass.gnuplot
# It needs pass.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'From the middle of the ring out through its gap' font ',13' textcolor rgb '#333333'
set xlabel 'pixels from the left' textcolor rgb '#333333'
set ylabel 'distance from the nearest ink' textcolor rgb '#333333'
set xrange [80:159]
set yrange [0:50.549774]
set xtics 10 format '%.0f'
set ytics 10 format '%.0f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'pass.png'
plot \
    'pass.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'a gap of 4 pixels', \
    'pass.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'a gap of 24 pixels'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'pass.svg'
replot
unset output
