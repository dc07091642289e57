# 
#
# Draw widths.png and widths.svg again, in this folder:  gnuplot widths.gnuplot
# It needs widths.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'widths.png'
    call 'widths.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'widths.svg'
    call 'widths.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: 
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title '' font ',13' textcolor rgb '#333333'
set xlabel 'width of the lines, pixels' textcolor rgb '#333333'
set ylabel 'PSNR, dB' textcolor rgb '#333333'
set xrange [0.15:4]
set yrange [12.5475938:21.6870873]
set logscale x
set arrow from first 0.8, graph 0 to first 0.8, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'learnt at' at graph 0.5198, graph 0.6974 left font ',9' textcolor rgb '#333333' front
set xtics ('0.2' 0.2, '0.4' 0.4, '0.8' 0.8, '1.5' 1.5, '3.0' 3) scale 0
set ytics 2 format '%.0f'
set grid noxtics
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'widths.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'one width', \
    'widths.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'several widths'

# Panel 2: 
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title '' font ',13' textcolor rgb '#333333'
set xlabel 'width of the lines, pixels' textcolor rgb '#333333'
set ylabel 'share of pixels recognised' textcolor rgb '#333333'
set xrange [0.15:4]
set yrange [0.419008774:0.893955993]
set logscale x
set arrow from first 0.8, graph 0 to first 0.8, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'learnt at' at graph 0.5198, graph 0.7974 left font ',9' textcolor rgb '#333333' front
set xtics ('0.2' 0.2, '0.4' 0.4, '0.8' 0.8, '1.5' 1.5, '3.0' 3) scale 0
set ytics 0.1 format '%.1f'
set grid noxtics
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'widths.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'one width', \
    'widths.dat' index 3 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'several widths'
unset multiplot
