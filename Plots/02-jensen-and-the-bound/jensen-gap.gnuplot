# Jensen's gap for the logarithm
#
# Draw jensen-gap.png and jensen-gap.svg again, in this folder:  gnuplot jensen-gap.gnuplot
# It needs jensen-gap.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Jensen'."'".'s gap for the logarithm' font ',13' textcolor rgb '#333333'
set xlabel 's, the scatter of log u' textcolor rgb '#333333'
set ylabel 'log E[u] − E[log u], nats' textcolor rgb '#333333'
set xrange [0.045:1.255]
set yrange [0:1.70666976]
set xtics 0.2 format '%.1f'
set ytics 0.2 format '%.1f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'jensen-gap.png'
plot \
    'jensen-gap.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#888888' title 'by the curvature', \
    'jensen-gap.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'exact, s²/2', \
    'jensen-gap.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'from 500000 samples'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'jensen-gap.svg'
replot
unset output
