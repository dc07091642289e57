# Bounds on the evidence of test pictures
#
# Draw bounds.png and bounds.svg again, in this folder:  gnuplot bounds.gnuplot
# It needs bounds.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Bounds on the evidence of test pictures' font ',13' textcolor rgb '#333333'
set xlabel 'draws K' textcolor rgb '#333333'
set ylabel 'nats a picture' textcolor rgb '#333333'
set xrange [1:64]
set yrange [-104.522641:-101.272156]
set logscale x
set arrow from graph 0, first -101.446289 to graph 1, first -101.446289 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#d55e00'
set label 'log p(x), by integration' at graph 0.7848, graph 0.9757 left font ',9' textcolor rgb '#333333' front
set xtics ('1' 1, '2' 2, '' 3 1, '' 4 1, '5' 5, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '20' 20, '' 30 1, '' 40 1, '50' 50, '' 60 1)
set ytics 0.5 format '%.1f'
set key inside bottom right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'bounds.png'
plot \
    'bounds.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'bound with K draws'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'bounds.svg'
replot
unset output
