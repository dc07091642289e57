# The whole of it
#
# Draw valley.png and valley.svg again, in this folder:  gnuplot valley.gnuplot
# It needs valley.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'The whole of it' font ',13' textcolor rgb '#333333'
set xlabel 'θ' textcolor rgb '#333333'
set ylabel 'nats' textcolor rgb '#333333'
set xrange [-6.5975:6.5475]
set yrange [-336.369307:-207.409954]
set xtics 2 format '%.0f'
set ytics 20 format '%.0f'
set key inside bottom right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'valley.png'
plot \
    'valley.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#222222' title 'log p(data)', \
    'valley.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'where the climbs end', \
    'valley.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' title 'the bottom of the valley'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'valley.svg'
replot
unset output
